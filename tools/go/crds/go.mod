// Custom resource definitions come out of these modules; nothing here is compiled, so `go mod tidy` would empty the file.
// After a change: go mod download -x each line, and commit go.sum.
module dynamo-iac.local/tools/crds

go 1.26.0

require (
	github.com/ai-dynamo/grove/operator/api v0.1.0-alpha.8
	github.com/aws/karpenter-provider-aws v1.14.1
	github.com/cert-manager/cert-manager v1.21.2
	github.com/external-secrets/external-secrets v1.3.2
	github.com/kedacore/keda/v2 v2.21.0
	github.com/prometheus-operator/prometheus-operator v0.85.0
	sigs.k8s.io/gateway-api v1.6.3
	sigs.k8s.io/gateway-api-inference-extension v1.5.0
	sigs.k8s.io/karpenter v1.13.0
	sigs.k8s.io/lws v0.9.0
)
