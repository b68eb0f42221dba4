module ${{ values.modulePath }}

go 1.27.0
