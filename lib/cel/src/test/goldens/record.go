// Asks cel-go, set up as Kubernetes sets it up, what it says to each expression of a file, and writes the answers.
//
//	go run . ../resources/io/alcove/cel/expressions.txt ../resources/io/alcove/cel/schema.json ../resources/io/alcove/cel/value.json > ../resources/io/alcove/cel/expressions.golden.json
//
// needs a module that requires k8s.io/apiserver and k8s.io/apiextensions-apiserver of the version compared with.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/checker"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/interpreter"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	model "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/model"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/version"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	apiservercel "k8s.io/apiserver/pkg/cel"
	"k8s.io/apiserver/pkg/cel/common"
	"k8s.io/apiserver/pkg/cel/environment"
	"k8s.io/apiserver/pkg/cel/library"
)

type row struct {
	Expression string `json:"expression"`
	Failed     string `json:"failed,omitempty"`
	Type       string `json:"type,omitempty"`
	MinCost    uint64 `json:"minCost"`
	MaxCost    uint64 `json:"maxCost"`
	Value      string `json:"value,omitempty"`
	Error      string `json:"error,omitempty"`
	Cost       uint64 `json:"cost"`
}

type sizes struct{ root *apiservercel.DeclType }

func (c *sizes) EstimateSize(element checker.AstNode) *checker.SizeEstimate {
	if len(element.Path()) == 0 {
		return nil
	}
	at := c.root
	for _, name := range element.Path()[1:] {
		switch name {
		case "@items", "@values":
			if at.ElemType == nil {
				return nil
			}
			at = at.ElemType
		case "@keys":
			if at.KeyType == nil {
				return nil
			}
			at = at.KeyType
		default:
			field, ok := at.Fields[name]
			if !ok || field.Type == nil {
				return nil
			}
			at = field.Type
		}
	}
	return &checker.SizeEstimate{Min: 0, Max: uint64(at.MaxElements)}
}

func (c *sizes) EstimateCallCost(function, overloadID string, target *checker.AstNode, args []checker.AstNode) *checker.CallEstimate {
	return nil
}

func main() {
	expressions, schemaFile, valueFile := os.Args[1], os.Args[2], os.Args[3]
	structural := readSchema(schemaFile)
	declType := model.SchemaDeclType(structural, false).MaybeAssignTypeName("selfType")
	env := environment.MustBaseEnvSet(version.MajorMinor(1, 35))
	extended, err := env.Extend(environment.VersionedOptions{
		IntroducedVersion: version.MajorMinor(1, 0),
		EnvOptions:        []cel.EnvOption{cel.Variable("self", declType.CelType()), cel.Variable("any", cel.DynType)},
		DeclTypes:         []*apiservercel.DeclType{declType},
	})
	must(err)
	var value interface{}
	data, err := os.ReadFile(valueFile)
	must(err)
	must(utiljson.Unmarshal(data, &value))
	self := common.UnstructuredToVal(value, &model.Structural{Structural: structural})
	file, err := os.Open(expressions)
	must(err)
	var rows []row
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		line := scanner.Text()
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		rows = append(rows, ask(extended.NewExpressionsEnv(), declType, strings.ReplaceAll(line, "⏎", "\n"), self, value))
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	must(enc.Encode(rows))
	os.Stdout.Write(out.Bytes())
}

func ask(env *cel.Env, declType *apiservercel.DeclType, expression string, self ref.Val, value interface{}) row {
	r := row{Expression: expression}
	ast, issues := env.Compile(expression)
	if issues != nil {
		r.Failed = "compilation failed: " + issues.String()
		return r
	}
	r.Type = ast.OutputType().String()
	estimator := &library.CostEstimator{SizeEstimator: &sizes{declType}}
	prog, err := env.Program(ast, cel.CostLimit(celconfig.PerCallLimit), cel.CostTracking(estimator), cel.InterruptCheckFrequency(100))
	if err != nil {
		r.Failed = "program instantiation failed: " + err.Error()
		return r
	}
	est, err := env.EstimateCost(ast, estimator)
	must(err)
	const bound = uint64(1)<<63 - 1
	r.MinCost, r.MaxCost = min(est.Min, bound), min(est.Max, bound)
	result, details, err := prog.ContextEval(context.Background(), map[string]interface{}{"self": self, "any": value})
	if err != nil {
		r.Error = err.Error()
	} else {
		r.Value = show(result)
	}
	if details != nil && details.ActualCost() != nil {
		r.Cost = *details.ActualCost()
	}
	return r
}

var _ = interpreter.NewActivation

func show(v ref.Val) string {
	switch t := v.(type) {
	case types.String:
		return fmt.Sprintf("%q", string(t))
	case types.Bytes:
		return fmt.Sprintf("b%q", string(t))
	case types.Int:
		return fmt.Sprintf("%d", int64(t))
	case types.Uint:
		return fmt.Sprintf("%du", uint64(t))
	case types.Double:
		return fmt.Sprintf("double(%g)", float64(t))
	case types.Bool:
		return fmt.Sprintf("%t", bool(t))
	case types.Null:
		return "null"
	case *types.Optional:
		if !t.HasValue() {
			return "optional.none()"
		}
		return "optional.of(" + show(t.GetValue()) + ")"
	case types.Duration:
		return "duration(" + string(t.ConvertToType(types.StringType).(types.String)) + ")"
	case types.Timestamp:
		return "timestamp(" + string(t.ConvertToType(types.StringType).(types.String)) + ")"
	case *types.Type:
		return "type(" + t.TypeName() + ")"
	case traits.Lister:
		var all []string
		for it := t.Iterator(); it.HasNext() == types.True; {
			all = append(all, show(it.Next()))
		}
		return "[" + strings.Join(all, ", ") + "]"
	case traits.Mapper:
		return "map of " + fmt.Sprint(t.Size().(types.Int))
	}
	return v.Type().TypeName()
}

func readSchema(file string) *schema.Structural {
	data, err := os.ReadFile(file)
	must(err)
	var v1 apiextv1.JSONSchemaProps
	must(json.Unmarshal(data, &v1))
	var internal apiextensions.JSONSchemaProps
	must(apiextv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&v1, &internal, nil))
	structural, err := schema.NewStructural(&internal)
	must(err)
	return structural
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
