// Packs what an API server publishes of its API, and the marks of its Go types, into the
// catalog's resource file. See README.md beside it.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"sort"
)

type facts struct {
	Version json.RawMessage            `json:"version"`
	Groups  json.RawMessage            `json:"groups"`
	Columns json.RawMessage            `json:"tableColumns"`
	Schemas map[string]json.RawMessage `json:"schemas"`
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: pack-catalog FACTS.json OUT")
		os.Exit(2)
	}
	in, err := os.ReadFile(os.Args[1])
	check(err)
	var f facts
	check(json.Unmarshal(in, &f))

	var out bytes.Buffer
	line := func(section, key string, value []byte) {
		fmt.Fprintf(&out, "%s\t%s\t%s\n", section, key, value)
	}
	line("version", "", f.Version)
	line("groups", "", f.Groups)
	line("columns", "", f.Columns)
	kinds := kindsOf(f.Schemas)
	for _, kind := range sorted(kinds) {
		line("kind", kind, []byte(kinds[kind]))
	}
	marks := goMarks()
	for _, name := range sorted(f.Schemas) {
		line("schema", name, f.Schemas[name])
		if m, ok := marks[name]; ok {
			packed, err := json.Marshal(m)
			check(err)
			line("go", name, packed)
		}
	}
	check(os.WriteFile(os.Args[2], out.Bytes(), 0o644))
}

// kindsOf names the component of each kind, keyed "apps/v1 Deployment".
func kindsOf(schemas map[string]json.RawMessage) map[string]string {
	kinds := map[string]string{}
	for name, schema := range schemas {
		var marked struct {
			Kinds []struct{ Group, Version, Kind string } `json:"x-kubernetes-group-version-kind"`
		}
		check(json.Unmarshal(schema, &marked))
		for _, k := range marked.Kinds {
			version := k.Version
			if k.Group != "" {
				version = k.Group + "/" + k.Version
			}
			kinds[version+" "+k.Kind] = name
		}
	}
	return kinds
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
