// SPDX-License-Identifier: Apache-2.0

// Command pulumi-resource-kubernetes is the Pulumi Kubernetes provider, built from its Go module.
//
// Upstream's own main package embeds two generated files that its module does not carry: the schema for code
// generation and the Terraform mapping for conversion. Neither is read while a program is previewed or deployed.
package main

import (
	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"
	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version"
)

func main() {
	provider.Serve("kubernetes", version.Version, []byte(`{"name":"kubernetes"}`), []byte(`{}`))
}
