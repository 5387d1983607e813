# Read to its end first: what runs then finds nothing more to read.
exec </dev/null; main "$@"; exit $?
