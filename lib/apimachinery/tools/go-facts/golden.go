package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"sort"
	"time"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// golden prints, for each kind, an object that has every field, as JSON and as what upstream's generated code writes of it:
// "group<tab>version<tab>kind<tab>JSON<tab>base64".
func golden(s *runtime.Scheme, seed int64) {
	random := rand.New(rand.NewSource(seed))
	var kinds []string
	types := map[string]reflect.Type{}
	for kind, t := range s.AllKnownTypes() {
		if skipped(kind) {
			continue
		}
		key := kind.Group + "\t" + kind.Version + "\t" + kind.Kind
		kinds = append(kinds, key)
		types[key] = t
	}
	sort.Strings(kinds)
	for _, key := range kinds {
		value := reflect.New(types[key])
		fill(value.Elem(), random, 0)
		text, err := json.Marshal(value.Interface())
		check(err)
		// once more through JSON, for what JSON cannot tell apart
		value = reflect.New(types[key])
		check(json.Unmarshal(text, value.Interface()))
		proto, err := value.Interface().(interface{ Marshal() ([]byte, error) }).Marshal()
		check(err)
		fmt.Println(key + "\t" + string(bytes.TrimSpace(text)) + "\t" + base64.StdEncoding.EncodeToString(proto))
	}
}

func fill(v reflect.Value, random *rand.Rand, depth int) {
	if !v.CanSet() {
		return
	}
	switch v.Interface().(type) {
	case resource.Quantity:
		v.Set(reflect.ValueOf(resource.MustParse(fmt.Sprintf("%dMi", random.Intn(1000)))))
		return
	case meta.Time:
		v.Set(reflect.ValueOf(meta.NewTime(time.Unix(random.Int63n(4e9), 0).UTC())))
		return
	case meta.MicroTime:
		v.Set(reflect.ValueOf(meta.NewMicroTime(time.UnixMicro(random.Int63n(4e15)).UTC())))
		return
	case meta.FieldsV1:
		check(json.Unmarshal([]byte(`{"f:a":{}}`), v.Addr().Interface()))
		return
	case runtime.RawExtension:
		v.Set(reflect.ValueOf(runtime.RawExtension{Raw: []byte(`{"a":"b\"c","n":[1,2.5]}`)}))
		return
	case apiextensions.JSON:
		v.Set(reflect.ValueOf(apiextensions.JSON{Raw: []byte(`{"a":[true,null]}`)}))
		return
	case intstr.IntOrString:
		if random.Intn(2) == 0 {
			v.Set(reflect.ValueOf(intstr.FromInt32(random.Int31())))
		} else {
			v.Set(reflect.ValueOf(intstr.FromString("http")))
		}
		return
	case apiextensions.JSONSchemaPropsOrBool:
		u := apiextensions.JSONSchemaPropsOrBool{Allows: random.Intn(2) == 0}
		if depth < 8 {
			u.Allows, u.Schema = true, &apiextensions.JSONSchemaProps{}
			fill(reflect.ValueOf(u.Schema).Elem(), random, depth+5)
		}
		v.Set(reflect.ValueOf(u))
		return
	case apiextensions.JSONSchemaPropsOrArray:
		v.Set(reflect.ValueOf(apiextensions.JSONSchemaPropsOrArray{Schema: &apiextensions.JSONSchemaProps{Type: "array"}}))
		return
	case apiextensions.JSONSchemaPropsOrStringArray:
		v.Set(reflect.ValueOf(apiextensions.JSONSchemaPropsOrStringArray{Property: []string{"a", "b"}}))
		return
	case meta.TypeMeta:
		return
	}
	switch v.Kind() {
	case reflect.String:
		texts := []string{"", "a", "some text", "\"<&>\n\tä😀\u2028", "z\\"}
		v.SetString(texts[random.Intn(len(texts))])
	case reflect.Bool:
		v.SetBool(random.Intn(2) == 0)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(random.Int31()) - random.Int63n(1<<31))
	case reflect.Uint8, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(random.Intn(256)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(random.NormFloat64())
	case reflect.Pointer:
		if depth < 14 && random.Intn(8) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), random, depth+1)
		}
	case reflect.Slice:
		length := 1 + random.Intn(2)
		if depth > 7 {
			length = 0
		}
		v.Set(reflect.MakeSlice(v.Type(), length, length))
		for i := 0; i < length; i++ {
			fill(v.Index(i), random, depth+1)
		}
	case reflect.Map:
		if depth > 8 {
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for _, name := range []string{"b", "a", "ä\"", "a0"}[:random.Intn(5)] {
			key := reflect.New(v.Type().Key()).Elem()
			key.SetString(name)
			value := reflect.New(v.Type().Elem()).Elem()
			fill(value, random, depth+1)
			v.SetMapIndex(key, value)
		}
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			fill(v.Field(i), random, depth+1)
		}
	}
}
