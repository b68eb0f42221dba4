module build-hygiene.dev/bench/go-versions

go 1.26.0

require golang.org/x/mod v0.35.0
