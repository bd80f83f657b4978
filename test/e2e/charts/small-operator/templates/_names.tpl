{{- define "full" -}}{{ .Release.Name }}-dynamo-operator{{- end -}}
{{- define "operator" -}}{{ toYaml (index .Values "dynamo-operator") }}{{- end -}}
{{- define "selector" -}}
control-plane: controller-manager
app.kubernetes.io/name: dynamo-operator
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
