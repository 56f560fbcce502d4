// Prints how Go writes every built-in Kubernetes type as JSON: which fields stand there when empty, which are
// left out, and what their values are. Input of the package io.alcove.apiserver.form; see that package.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"sort"
	"strings"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

var types = map[string]map[string]string{}

func name(t reflect.Type) string {
	p := strings.Split(t.PkgPath(), "/")
	n := p[len(p)-1]
	if len(p) > 1 {
		n = p[len(p)-2] + "." + n
	}
	return n + "." + t.Name()
}

func value(t reflect.Type) string {
	switch t {
	case reflect.TypeOf(metav1.Time{}):
		return "t"
	case reflect.TypeOf(metav1.MicroTime{}):
		return "u"
	case reflect.TypeOf(resource.Quantity{}):
		return "q"
	case reflect.TypeOf(intstr.IntOrString{}):
		return "i"
	case reflect.TypeOf(runtime.RawExtension{}), reflect.TypeOf(metav1.FieldsV1{}), reflect.TypeOf(apiextensions.JSON{}),
		reflect.TypeOf(apiextensions.JSONSchemaProps{}), reflect.TypeOf(metav1.Duration{}):
		return "r"
	}
	switch t.Kind() {
	case reflect.String:
		return "s"
	case reflect.Bool:
		return "b"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "y"
		}
		return "l" + value(t.Elem())
	case reflect.Map:
		return "m" + value(t.Elem())
	case reflect.Struct:
		visit(t)
		return "o" + name(t)
	case reflect.Pointer:
		return value(t.Elem())
	case reflect.Interface:
		return "r"
	}
	return "n"
}

func fields(t reflect.Type, out map[string]string) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")
		has := func(w string) bool {
			for _, x := range tag[1:] {
				if x == w {
					return true
				}
			}
			return false
		}
		if tag[0] == "-" || !f.IsExported() {
			continue
		}
		if tag[0] == "" && (has("inline") || f.Anonymous) {
			e := f.Type
			if e.Kind() == reflect.Pointer {
				e = e.Elem()
			}
			fields(e, out)
			continue
		}
		if tag[0] == "apiVersion" && t == reflect.TypeOf(metav1.TypeMeta{}) || tag[0] == "kind" && t == reflect.TypeOf(metav1.TypeMeta{}) {
			continue
		}
		form := value(f.Type)
		switch {
		case f.Type.Kind() == reflect.Pointer && has("omitempty"):
			form = "*" + form
		case f.Type.Kind() == reflect.Pointer:
			form = "?" + form
		case has("omitzero"):
			form = "-" + form
		case f.Type.Kind() == reflect.Struct || !has("omitempty"):
			form = "+" + form
		default:
			form = "-" + form
		}
		out[tag[0]] = form
	}
}

func visit(t reflect.Type) {
	if _, done := types[name(t)]; done {
		return
	}
	out := map[string]string{}
	types[name(t)] = out
	fields(t, out)
	for k, v := range out {
		if v == "*s" || v == "*b" || v == "*n" || v == "*r" || v == "-r" || v == "+r" {
			delete(out, k)
		}
	}
}

func main() {
	s := scheme.Scheme
	apiextensions.AddToScheme(s)
	apiregistration.AddToScheme(s)
	kinds := map[string]string{}
	for gvk, t := range s.AllKnownTypes() {
		if _, ok := t.FieldByName("ObjectMeta"); !ok {
			if gvk.Kind != "DeleteOptions" {
				continue
			}
		}
		if gvk.Version == runtime.APIVersionInternal || gvk.Kind == "DeleteOptions" {
			continue
		}
		visit(t)
		g := gvk.Version
		if gvk.Group != "" {
			g = gvk.Group + "/" + gvk.Version
		}
		kinds[g+" "+gvk.Kind] = name(t)
	}
	keys := func(m map[string]string) []string {
		var ks []string
		for k := range m {
			ks = append(ks, k)
		}
		sort.Strings(ks)
		return ks
	}
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	_ = e
	w := func(x string) { os.Stdout.WriteString(x) }
	w("{\"kinds\":{\n")
	for i, k := range keys(kinds) {
		if i > 0 {
			w(",\n")
		}
		w("\"" + k + "\":\"" + kinds[k] + "\"")
	}
	w("},\n\"types\":{\n")
	var ts []string
	for k := range types {
		ts = append(ts, k)
	}
	sort.Strings(ts)
	for i, k := range ts {
		if i > 0 {
			w(",\n")
		}
		b, _ := json.Marshal(types[k])
		w("\"" + k + "\":" + string(b))
	}
	w("}}\n")
}
