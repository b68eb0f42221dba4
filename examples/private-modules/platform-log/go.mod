module go.example.com/platform/log

go 1.26.0
