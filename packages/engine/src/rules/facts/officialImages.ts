/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** As of 2026-08-21. */
const present = [
  'adminer aerospike almalinux alpine alt amazoncorretto amazonlinux',
  'api-firewall arangodb archlinux azul-zulu backdrop bash bonita',
  'buildpack-deps busybox caddy cassandra chronograf cirros clearlinux',
  'clefos clickhouse clojure composer convertigo couchbase couchdb crate',
  'dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop',
  'elasticsearch elixir emqx erlang espocrm fedora flink fluentd',
  'friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy',
  'haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes',
  'ibmjava influxdb irssi jetty joomla jruby julia kapacitor kibana kong',
  'krakend lightstreamer liquibase logstash mageia mariadb matomo maven',
  'mediawiki memcached mongo mongo-express monica mysql nats neo4j',
  'neurodebian nextcloud nginx nim node notary odoo open-liberty openjdk',
  'oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin',
  'plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star',
  'redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust',
  'sapmachine satosa silverpeas solr sonarqube spark spiped storm swift',
  'swipl teamspeak telegraf tomcat tomee traefik ubuntu unit varnish',
  'websphere-liberty wordpress xwiki yourls znc zookeeper',
];

/** Not built any more; what was built is still there. */
const former = [
  'adoptopenjdk celery centos consul crux django euleros express-gateway',
  'fsharp glassfish hello-seattle hipache hola-mundo iojs java jenkins',
  'jobber kaazing-gateway known mono nats-streaming nuxeo opensuse',
  'owncloud piwik rails rapidoid sentry sl sourcemage swarm thrift',
  'ubuntu-debootstrap ubuntu-upstart vault',
];

/**
 * Docker official images: the only ones on Docker Hub whose names have one
 * part; and `scratch`, which is none.
 * https://github.com/docker-library/official-images/tree/master/library
 */
export const officialImages: ReadonlySet<string> = new Set([
  ...[...present, ...former].flatMap(line => line.split(' ')),
  'scratch',
]);
