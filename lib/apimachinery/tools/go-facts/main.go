// Writes what only the Go sources of a Kubernetes version tell, each file being lines of section, key and value, parted
// by tabs: the marks of Go's types, the fields of protobuf messages, and the unversioned structs. Run by pack.sh.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

// goldenSeed makes the objects that ProtobufEncoderTest is held to.
const goldenSeed = 20261125

func main() {
	if len(os.Args) == 2 && os.Args[1] == "golden" {
		golden(messageScheme(), goldenSeed)
		return
	}
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go-facts MINOR DIR")
		os.Exit(2)
	}
	minor, dir := os.Args[1], os.Args[2]
	write := func(subject string, lines []string) {
		check(os.MkdirAll(filepath.Join(dir, subject), 0o755))
		sort.Strings(lines)
		var out bytes.Buffer
		for _, line := range lines {
			out.WriteString(line + "\n")
		}
		check(os.WriteFile(filepath.Join(dir, subject, minor+".tsv"), out.Bytes(), 0o644))
	}
	write("schema", packed("go", goMarks()))
	write("protobuf", protobufMessages())
	write("printing", packed("struct", unversionedStructs()))
}

func packed[V any](section string, facts map[string]V) []string {
	var lines []string
	for name, fact := range facts {
		value, err := json.Marshal(fact)
		check(err)
		lines = append(lines, section+"\t"+name+"\t"+string(value))
	}
	return lines
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
