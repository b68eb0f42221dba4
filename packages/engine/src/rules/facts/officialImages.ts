/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Docker official images: the only ones on Docker Hub whose names have one
 * part. https://github.com/docker-library/official-images/tree/master/library
 */
export const officialImages: ReadonlySet<string> = new Set(
  [
    'adminer aerospike almalinux alpine amazoncorretto amazonlinux',
    'arangodb archlinux backdrop bash bonita buildpack-deps busybox',
    'caddy cassandra centos chronograf cirros clearlinux clefos',
    'clickhouse clojure composer consul convertigo couchbase couchdb',
    'crate dart debian docker drupal eclipse-mosquitto eclipse-temurin',
    'eggdrop elasticsearch elixir emqx erlang fedora flink fluentd',
    'friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy',
    'haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes',
    'ibmjava influxdb irssi java jetty joomla jruby julia kapacitor',
    'kibana kong krakend lightstreamer liquibase logstash mageia',
    'mariadb matomo maven mediawiki memcached mono mongo mongo-express',
    'monica mysql nats nats-streaming neo4j neurodebian nextcloud nginx',
    'node notary odoo open-liberty openjdk opensuse oraclelinux',
    'orientdb percona perl photon php phpmyadmin plone postfixadmin',
    'postgres pypy python r-base rabbitmq rakudo-star redis redmine',
    'registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine',
    'satosa scratch silverpeas solr sonarqube spark spiped storm swarm',
    'swift swipl teamspeak telegraf tomcat tomee traefik ubuntu unit',
    'valkey varnish vault websphere-liberty wordpress xwiki yourls znc',
    'zookeeper',
  ].flatMap(line => line.split(' ')),
);
