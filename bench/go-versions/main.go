// Command go-versions tells what Go itself says of the versions and toolchain
// names in the inputs of the tests of packages/engine/src/gomod: how they
// compare, which of them a go.mod may have, and whether `go build` goes on
// with a pair of go line and toolchain line. It needs no network.
//
//	go-versions INPUTS.json > GOLDEN.json
//
// Run it with GOTOOLCHAIN=local, and with a `replace` or a module cache that
// has golang.org/x/mod.
package main

import (
	"encoding/json"
	"fmt"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/mod/modfile"
)

type inputs struct {
	// Without the go prefix.
	Versions []string `json:"versions"`
	// As they stand in go.mod.
	GoLines        []string `json:"goLines"`
	ToolchainLines []string `json:"toolchainLines"`
	// A go line and a toolchain line.
	Builds [][2]string `json:"builds"`
}

type verdict struct {
	Valid    bool   `json:"valid"`
	Language string `json:"language"`
	// One sign for each version of the list: '<', '=' or '>'.
	Compared string `json:"compared"`
}

type golden struct {
	Go             string             `json:"go"`
	Versions       map[string]verdict `json:"versions"`
	GoLines        map[string]bool    `json:"goLines"`
	ToolchainLines map[string]bool    `json:"toolchainLines"`
	// ok, stale (`updates to go.mod needed`) or syntax.
	Builds map[string]string `json:"builds"`
}

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: go-versions INPUTS.json"))
	}
	text, err := os.ReadFile(os.Args[1])
	check(err)
	var in inputs
	check(json.Unmarshal(text, &in))
	out := golden{
		Go:             runtime.Version(),
		Versions:       map[string]verdict{},
		GoLines:        map[string]bool{},
		ToolchainLines: map[string]bool{},
		Builds:         map[string]string{},
	}
	for _, a := range in.Versions {
		var signs strings.Builder
		for _, b := range in.Versions {
			signs.WriteByte("<=>"[version.Compare("go"+a, "go"+b)+1])
		}
		out.Versions[a] = verdict{
			Valid:    version.IsValid("go" + a),
			Language: strings.TrimPrefix(version.Lang("go"+a), "go"),
			Compared: signs.String(),
		}
	}
	for _, line := range in.GoLines {
		out.GoLines[line] = parses("go " + line)
	}
	for _, line := range in.ToolchainLines {
		out.ToolchainLines[line] = parses("toolchain " + line)
	}
	for _, pair := range in.Builds {
		out.Builds[pair[0]+" "+pair[1]] = build(pair[0], pair[1])
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	check(encoder.Encode(out))
}

func parses(line string) bool {
	_, err := modfile.Parse("go.mod", []byte("module example.com/a\n\n"+line+"\n"), nil)
	return err == nil
}

func build(goLine, toolchain string) string {
	folder, err := os.MkdirTemp("", "go-versions")
	check(err)
	defer os.RemoveAll(folder)
	goMod := fmt.Sprintf("module example.com/a\n\ngo %s\n\ntoolchain %s\n", goLine, toolchain)
	check(os.WriteFile(filepath.Join(folder, "go.mod"), []byte(goMod), 0o644))
	check(os.WriteFile(filepath.Join(folder, "a.go"), []byte("package a\n"), 0o644))
	command := exec.Command("go", "build", "./...")
	command.Dir = folder
	command.Env = append(os.Environ(), "GOTOOLCHAIN=local", "GOFLAGS=", "GOWORK=off")
	output, err := command.CombinedOutput()
	switch {
	case err == nil:
		return "ok"
	case strings.Contains(string(output), "updates to go.mod needed"):
		return "stale"
	case strings.Contains(string(output), "errors parsing go.mod"):
		return "syntax"
	}
	fail(fmt.Errorf("go %s, toolchain %s: %s", goLine, toolchain, output))
	return ""
}

func check(err error) {
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
