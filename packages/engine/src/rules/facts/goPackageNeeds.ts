/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Modules whose packages are written with cgo and do not work without it, as
 * their documentation says.
 */
const cgoModules = [
  'github.com/DataDog/zstd',
  'github.com/confluentinc/confluent-kafka-go',
  'github.com/davidbyttow/govips',
  'github.com/godror/godror',
  'github.com/h2non/bimg',
  'github.com/linxGnu/grocksdb',
  'github.com/marcboeker/go-duckdb',
  'github.com/mattn/go-sqlite3',
  'github.com/pebbe/zmq4',
  'github.com/tecbot/gorocksdb',
  'github.com/veandco/go-sdl2',
  'gocv.io/x/gocv',
  'gopkg.in/gographics/imagick',
  'gorm.io/driver/sqlite',
];

/** Modules that nobody requires without opening connections. */
const networkModules = [
  'cloud.google.com/go',
  'firebase.google.com/go',
  'github.com/Azure/azure-sdk-for-go',
  'github.com/IBM/sarama',
  'github.com/Shopify/sarama',
  'github.com/aws/aws-sdk-go',
  'github.com/aws/aws-sdk-go-v2',
  'github.com/bwmarrin/discordgo',
  'github.com/coreos/go-oidc',
  'github.com/elastic/go-elasticsearch',
  'github.com/getsentry/sentry-go',
  'github.com/gin-gonic/gin',
  'github.com/go-chi/chi',
  'github.com/go-redis/redis',
  'github.com/go-resty/resty',
  'github.com/go-sql-driver/mysql',
  'github.com/go-telegram-bot-api/telegram-bot-api',
  'github.com/gofiber/fiber',
  'github.com/google/go-github',
  'github.com/gorilla/mux',
  'github.com/gorilla/websocket',
  'github.com/jackc/pgx',
  'github.com/julienschmidt/httprouter',
  'github.com/labstack/echo',
  'github.com/lib/pq',
  'github.com/minio/minio-go',
  'github.com/nats-io/nats.go',
  'github.com/prometheus/client_golang',
  'github.com/rabbitmq/amqp091-go',
  'github.com/redis/go-redis',
  'github.com/segmentio/kafka-go',
  'github.com/slack-go/slack',
  'github.com/streadway/amqp',
  'github.com/stripe/stripe-go',
  'go.mongodb.org/mongo-driver',
  'golang.org/x/oauth2',
  'google.golang.org/api',
  'google.golang.org/grpc',
  'k8s.io/client-go',
  'sigs.k8s.io/controller-runtime',
];

/**
 * Modules that call services of the public Internet, whose certificates the
 * system's CA certificates vouch for. Servers, databases, brokers and clients
 * of the cluster are not among them: they are mostly spoken to inside.
 */
const publicServiceModules = [
  'cloud.google.com/go',
  'firebase.google.com/go',
  'github.com/Azure/azure-sdk-for-go',
  'github.com/aws/aws-sdk-go',
  'github.com/aws/aws-sdk-go-v2',
  'github.com/bwmarrin/discordgo',
  'github.com/coreos/go-oidc',
  'github.com/getsentry/sentry-go',
  'github.com/go-resty/resty',
  'github.com/go-telegram-bot-api/telegram-bot-api',
  'github.com/google/go-github',
  'github.com/slack-go/slack',
  'github.com/stripe/stripe-go',
  'golang.org/x/oauth2',
  'google.golang.org/api',
];

/** Modules that bring the CA certificates into the binary. */
const rootModules = [
  'github.com/breml/rootcerts',
  'github.com/gwatts/rootcerts',
  'golang.org/x/crypto/x509roots/fallback',
];

/** Whether a module, of any major version, cannot do without cgo. */
export function needsCgo(module: string): boolean {
  return isOneOf(cgoModules, module);
}

/** Whether a program that requires a module opens connections. */
export function usesNetwork(module: string): boolean {
  return isOneOf(networkModules, module);
}

/** Whether a program that requires a module checks public certificates. */
export function callsPublicServices(module: string): boolean {
  return isOneOf(publicServiceModules, module);
}

/** Whether a module embeds CA certificates. */
export function embedsRoots(module: string): boolean {
  return isOneOf(rootModules, module);
}

function isOneOf(names: readonly string[], module: string): boolean {
  const name = module.replace(/[/.]v\d+$/, '');
  return names.some(known => name === known || name.startsWith(`${known}/`));
}
