package main

import (
	"encoding/json"
	"reflect"
	"strings"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

var unmarshaler = reflect.TypeFor[json.Unmarshaler]()

// goMarks gives, for each OpenAPI component, its fields' Go type and encoding marks: "*" pointer,
// "o" omitempty, "z" omitzero, then ":" and the type where it does not follow from the schema, then
// "^" and the names of the embedded structs that the field comes through.
func goMarks() map[string]map[string]string {
	s := runtime.NewScheme()
	check(scheme.AddToScheme(s))
	check(apiextensions.AddToScheme(s))
	check(apiregistration.AddToScheme(s))
	marks := map[string]map[string]string{}
	for _, t := range s.AllKnownTypes() {
		visit(t, marks)
	}
	return marks
}

func visit(t reflect.Type, marks map[string]map[string]string) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		visit(t.Elem(), marks)
	case reflect.Struct:
		name := componentName(t)
		if name == "" || marks[name] != nil || reflect.PointerTo(t).Implements(unmarshaler) {
			return
		}
		marks[name] = map[string]string{}
		fields(t, "", marks[name], marks)
	}
}

func fields(t reflect.Type, embedded string, into map[string]string, marks map[string]map[string]string) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")
		if !f.IsExported() || tag[0] == "-" {
			continue
		}
		if f.Anonymous && tag[0] == "" {
			fields(f.Type, embedded+"."+f.Name, into, marks)
			continue
		}
		name := tag[0]
		if name == "" {
			name = f.Name
		}
		into[name] = mark(f.Type, tag[1:])
		if embedded != "" {
			into[name] += "^" + embedded[1:]
		}
		visit(f.Type, marks)
	}
}

func mark(t reflect.Type, options []string) string {
	m := ""
	if t.Kind() == reflect.Pointer {
		m += "*"
		t = t.Elem()
	}
	for _, option := range options {
		switch option {
		case "omitempty":
			m += "o"
		case "omitzero":
			m += "z"
		}
	}
	if !follows(t) {
		m += ":" + t.String()
	}
	return m
}

// follows tells the types that a reader of the schema names rightly without being told: structs of
// the API, and lists and maps of such, and plain strings, booleans and integers.
func follows(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Slice:
		return t.Name() == "" && follows(t.Elem())
	case reflect.Map:
		return t.Name() == "" && t.Key().String() == "string" && follows(t.Elem())
	case reflect.Struct:
		return componentName(t) != ""
	case reflect.Pointer:
		return false
	}
	return t.PkgPath() == "" && t.Kind() != reflect.Int && t.Kind() != reflect.Uint8
}

func componentName(t reflect.Type) string {
	path := t.PkgPath()
	if !strings.HasPrefix(path, "k8s.io/") {
		return ""
	}
	return "io.k8s." + strings.ReplaceAll(strings.TrimPrefix(path, "k8s.io/"), "/", ".") + "." + t.Name()
}
