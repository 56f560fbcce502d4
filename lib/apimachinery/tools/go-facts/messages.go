package main

import (
	"reflect"
	"strings"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

var special = map[string]string{
	"k8s.io/apimachinery/pkg/api/resource.Quantity":                                         "q",
	"k8s.io/apimachinery/pkg/apis/meta/v1.Time":                                             "t",
	"k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime":                                        "T",
	"k8s.io/apimachinery/pkg/apis/meta/v1.Duration":                                         "D",
	"k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1":                                         "j",
	"k8s.io/apimachinery/pkg/util/intstr.IntOrString":                                       "x",
	"k8s.io/apimachinery/pkg/runtime.RawExtension":                                          "j",
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1.JSON":                         "j",
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1.JSONSchemaPropsOrArray":       "A",
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1.JSONSchemaPropsOrBool":        "B",
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1.JSONSchemaPropsOrStringArray": "S",
}

var messages = map[string]string{}

// protobufMessages gives, for each type of the Kubernetes API, the fields of its protobuf message, read from the struct
// tags. A message's line is the Go type, then for each field its number, JSON name and type, as "number name type".
//
// Types: s string, y bytes, i integer, b boolean, d double, q Quantity, t Time, T MicroTime, D Duration, x IntOrString,
// j raw JSON, A B S a JSON schema or an array of them, a boolean, an array of strings (of the message JSONSchemaProps), or
// the name of a message; before it "*" for a list, "%" for a map from strings, "?" for a pointer, which is the only value
// that is not written when it is zero. A field whose name is "-" is a message whose fields stand in its parent's JSON.
// A kind's line names its message.
func protobufMessages() []string {
	s := messageScheme()
	var lines []string
	for kind, t := range s.AllKnownTypes() {
		if skipped(kind) {
			continue
		}
		lines = append(lines, "kind\t"+kind.GroupVersion().String()+" "+kind.Kind+"\t"+messageName(t))
		message(t)
	}
	for n, fields := range messages {
		lines = append(lines, "message\t"+n+"\t"+fields)
	}
	return lines
}

func messageScheme() *runtime.Scheme {
	s := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		scheme.AddToScheme, apiextensions.AddToScheme, apiregistration.AddToScheme, meta.AddMetaToScheme,
	} {
		check(add(s))
	}
	return s
}

func skipped(kind schema.GroupVersionKind) bool {
	return kind.Version == "__internal" || (strings.HasSuffix(kind.Kind, "Options") && kind.Kind != "DeleteOptions") ||
		kind.Kind == "WatchEvent" || strings.HasPrefix(kind.Kind, "Table")
}

func messageName(t reflect.Type) string {
	return strings.TrimPrefix(strings.ReplaceAll(t.PkgPath(), "/", "."), "k8s.io.") + "." + t.Name()
}

func message(t reflect.Type) string {
	n := messageName(t)
	if _, seen := messages[n]; seen {
		return n
	}
	messages[n] = ""
	if t.Kind() == reflect.Slice {
		messages[n] = "1 [] *" + kind(t.Elem())
		return n
	}
	var fields []string
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("protobuf"), ",")
		if len(tag) < 2 {
			continue
		}
		json := strings.Split(f.Tag.Get("json"), ",")[0]
		if json == "" {
			json = "-"
		}
		fields = append(fields, tag[1]+" "+json+" "+field(f.Type, len(tag) > 2 && tag[2] == "rep"))
	}
	messages[n] = strings.Join(fields, "\t")
	return n
}

// field tells a list with a name of its own from a message that holds nothing but a list.
func field(t reflect.Type, repeated bool) string {
	if repeated && t.Kind() == reflect.Slice {
		return "*" + kind(t.Elem())
	}
	return kind(t)
}

func kind(t reflect.Type) string {
	if c, ok := special[t.PkgPath()+"."+t.Name()]; ok {
		return c
	}
	switch t.Kind() {
	case reflect.Pointer:
		return "?" + kind(t.Elem())
	case reflect.String:
		return "s"
	case reflect.Bool:
		return "b"
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint32, reflect.Uint64:
		return "i"
	case reflect.Float64, reflect.Float32:
		return "d"
	case reflect.Map:
		return "%" + kind(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "y"
		}
		if t.Name() != "" {
			return message(t)
		}
		return "*" + kind(t.Elem())
	case reflect.Struct:
		return message(t)
	}
	panic(t.String())
}
