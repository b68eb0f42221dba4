// Command go-modules packs unpacked upstream sources into a module proxy
// folder (the layout of https://go.dev/ref/mod#goproxy-protocol) and prints
// the go.sum lines of what it packed, so that builds can be run with real
// modules where no public module proxy can be reached.
//
//	go-modules DIR MODULE@VERSION=SOURCE...
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/sumdb/dirhash"
	"golang.org/x/mod/zip"
)

func main() {
	if len(os.Args) < 3 {
		fail(fmt.Errorf("usage: go-modules DIR MODULE@VERSION=SOURCE..."))
	}
	for _, argument := range os.Args[2:] {
		name, source, found := strings.Cut(argument, "=")
		path, version, versioned := strings.Cut(name, "@")
		if !found || !versioned {
			fail(fmt.Errorf("%q is not MODULE@VERSION=SOURCE", argument))
		}
		if err := pack(os.Args[1], module.Version{Path: path, Version: version}, source); err != nil {
			fail(fmt.Errorf("%s: %w", name, err))
		}
	}
}

func pack(proxy string, m module.Version, source string) error {
	escaped, err := module.EscapePath(m.Path)
	if err != nil {
		return err
	}
	folder := filepath.Join(proxy, escaped, "@v")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	base := filepath.Join(folder, m.Version)

	goMod, err := os.ReadFile(filepath.Join(source, "go.mod"))
	if os.IsNotExist(err) {
		goMod = []byte("module " + m.Path + "\n")
	} else if err != nil {
		return err
	}
	if err := os.WriteFile(base+".mod", goMod, 0o644); err != nil {
		return err
	}
	info, err := json.Marshal(map[string]string{"Version": m.Version, "Time": "2026-01-01T00:00:00Z"})
	if err != nil {
		return err
	}
	if err := os.WriteFile(base+".info", info, 0o644); err != nil {
		return err
	}
	if err := writeZip(base+".zip", m, source); err != nil {
		return err
	}
	if err := appendVersion(filepath.Join(folder, "list"), m.Version); err != nil {
		return err
	}
	sum, err := dirhash.HashZip(base+".zip", dirhash.Hash1)
	if err != nil {
		return err
	}
	fmt.Printf("%s %s %s\n", m.Path, m.Version, sum)
	return nil
}

func writeZip(path string, m module.Version, source string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := zip.CreateFromDir(file, m, source); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

func appendVersion(path, version string) error {
	list, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, line := range strings.Split(string(list), "\n") {
		if line == version {
			return nil
		}
	}
	return os.WriteFile(path, append(list, []byte(version+"\n")...), 0o644)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "go-modules:", err)
	os.Exit(1)
}
