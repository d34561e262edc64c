"""Parts that several readers need: blocks of HTML, safe XML, superscripts, marks of changes in text."""
