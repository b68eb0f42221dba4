/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/**
 * Modules that hold the commands that builds install, by the path of the
 * command's package. A longer path of a module can be another module, so that a
 * requirement alone does not tell: `google.golang.org/grpc/cmd/protoc-gen-go-grpc`
 * is one of its own. Looked up on https://pkg.go.dev.
 */
const modules: Readonly<Record<string, string>> = {
  'entgo.io/ent/cmd/ent': 'entgo.io/ent',
  'github.com/a-h/templ/cmd/templ': 'github.com/a-h/templ',
  'github.com/go-delve/delve/cmd/dlv': 'github.com/go-delve/delve',
  'github.com/golang-migrate/migrate/v4/cmd/migrate':
    'github.com/golang-migrate/migrate/v4',
  'github.com/golang/mock/mockgen': 'github.com/golang/mock',
  'github.com/google/wire/cmd/wire': 'github.com/google/wire',
  'github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-grpc-gateway':
    'github.com/grpc-ecosystem/grpc-gateway/v2',
  'github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-openapiv2':
    'github.com/grpc-ecosystem/grpc-gateway/v2',
  'github.com/pressly/goose/v3/cmd/goose': 'github.com/pressly/goose/v3',
  'github.com/swaggo/swag/cmd/swag': 'github.com/swaggo/swag',
  'go.uber.org/mock/mockgen': 'go.uber.org/mock',
  'golang.org/x/tools/cmd/goimports': 'golang.org/x/tools',
  'golang.org/x/tools/cmd/stringer': 'golang.org/x/tools',
  'google.golang.org/protobuf/cmd/protoc-gen-go': 'google.golang.org/protobuf',
  'sigs.k8s.io/controller-tools/cmd/controller-gen':
    'sigs.k8s.io/controller-tools',
};

/** The module that holds a command, where it is known. */
export function moduleOfTool(packagePath: string): string | undefined {
  return Object.hasOwn(modules, packagePath) ? modules[packagePath] : undefined;
}
