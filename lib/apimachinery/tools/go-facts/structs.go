package main

import (
	"reflect"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kubernetes/pkg/api/legacyscheme"

	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
)

// A field: its name in Go, in JSON of the versioned type ("" where that has none), and the form of its value.
// "-" before the form: left out when empty. "*": a pointer.
var types = map[string][][3]string{}

func structName(t reflect.Type) string {
	p := strings.Split(t.PkgPath(), "/")
	return p[len(p)-1] + "." + t.Name()
}

func structValue(t, versioned reflect.Type) string {
	switch t {
	case reflect.TypeOf(metav1.Time{}):
		return "t"
	case reflect.TypeOf(metav1.MicroTime{}):
		return "u"
	case reflect.TypeOf(resource.Quantity{}):
		return "q"
	case reflect.TypeOf(intstr.IntOrString{}):
		return "i"
	case reflect.TypeOf(runtime.RawExtension{}), reflect.TypeOf(metav1.FieldsV1{}), reflect.TypeOf(metav1.Duration{}):
		return "r"
	}
	switch t.Kind() {
	case reflect.Pointer:
		return "*" + structValue(t.Elem(), strip(versioned))
	case reflect.String:
		return "s"
	case reflect.Bool:
		return "b"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "y"
		}
		return "l" + structValue(t.Elem(), elem(versioned))
	case reflect.Map:
		return "m" + structValue(t.Elem(), elem(versioned))
	case reflect.Struct:
		visitStruct(t, strip(versioned))
		return "o" + structName(t)
	case reflect.Interface:
		return "r"
	}
	return "n"
}

func strip(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

func elem(t reflect.Type) reflect.Type {
	t = strip(t)
	if t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Map) {
		return t.Elem()
	}
	return nil
}

func visitStruct(t, versioned reflect.Type) {
	if _, ok := types[structName(t)]; ok {
		return
	}
	types[structName(t)] = nil
	types[structName(t)] = structFields(t, versioned)
}

func structFields(t, versioned reflect.Type) [][3]string {
	out := [][3]string{}
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")
		if tag[0] == "-" || !f.IsExported() {
			continue
		}
		jsonName, ft := "", reflect.Type(nil)
		if versioned != nil && versioned.Kind() == reflect.Struct {
			if vf, ok := versioned.FieldByName(f.Name); ok {
				jsonName, ft = strings.Split(vf.Tag.Get("json"), ",")[0], vf.Type
			}
		}
		if f.Anonymous && tag[0] == "" && f.Type.Kind() == reflect.Struct {
			if f.Type == reflect.TypeOf(metav1.TypeMeta{}) {
				continue
			}
			visitStruct(f.Type, strip(ft))
			for _, inner := range structFields(f.Type, strip(ft)) {
				if jsonName != "" {
					inner[1] = jsonName + "." + inner[1]
				}
				out = append(out, inner)
			}
			continue
		}
		form := structValue(f.Type, ft)
		if len(tag) > 1 && (strings.Contains(f.Tag.Get("json"), "omitempty") || strings.Contains(f.Tag.Get("json"), "omitzero")) {
			form = "-" + form
		}
		goName := f.Name
		if tag[0] != "" {
			goName = tag[0]
		}
		out = append(out, [3]string{goName, jsonName, form})
	}
	return out
}

// unversionedStructs gives the structs that kube-apiserver itself works with: their fields in order, by the names that
// they have in Go and in the stored version, and the form of their value. Refusals show such structs.
func unversionedStructs() map[string][]string {
	scheme := legacyscheme.Scheme
	for _, gv := range scheme.PrioritizedVersionsAllGroups() {
		internal := scheme.KnownTypes(schema.GroupVersion{Group: gv.Group, Version: runtime.APIVersionInternal})
		for kind, versioned := range scheme.KnownTypes(gv) {
			if t, ok := internal[kind]; ok && !strings.HasSuffix(kind, "List") && !strings.Contains(t.PkgPath(), "meta/") {
				visitStruct(t, versioned)
			}
		}
	}
	out := map[string][]string{}
	for name, fields := range types {
		out[name] = []string{}
		for _, field := range fields {
			if field[1] == "" {
				field[1] = "?"
			}
			out[name] = append(out[name], strings.Join(field[:], " "))
		}
	}
	return out
}
