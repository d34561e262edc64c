"""The screens: state and worker."""
