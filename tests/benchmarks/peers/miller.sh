#!/bin/sh
# miller.sh FILE: the job in Miller, in one pass: each record goes on once a dimension, to be grouped by dimension and group.
set -eu
ratings=nps,csat,ces,imp_range,imp_price,imp_advice,imp_delivery,imp_ease,perf_range,perf_price,perf_advice,perf_delivery,perf_ease
# shellcheck disable=SC2016 # Miller's $, not the shell's
exec mlr --icsv --ocsv put -q '
    var response = mapexcept($*, "response_id", "timestamp", "touchpoint", "stage", "channel", "segment", "weight", "comment");
    if (is_not_empty($nps)) {
        response["net"] = $nps >= 9 ? 100 : $nps >= 7 ? 0 : -100;
    }
    for (dimension, group in {"all": "all", "touchpoint": $touchpoint, "stage": $stage, "channel": $channel,
                              "month": substr0($timestamp, 0, 6)}) {
        response["dimension"] = dimension;
        response["group"] = group;
        emit response;
    }
' 'then' stats1 -a count,mean,var -f "$ratings,net" -g dimension,group "$1"
