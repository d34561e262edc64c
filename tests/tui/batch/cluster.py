"""A cluster of two workers on this machine: it prints its scheduler's address, and ends with its standard input."""

import sys


def main() -> None:
    """Run the cluster."""
    import dask
    from distributed import LocalCluster

    # A task is given up at the second death of its worker: each takes seconds.
    dask.config.set({"distributed.scheduler.allowed-failures": 1})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit="600MB") as cluster:
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
