project = "Bread"
extensions = ["skillguide"]
