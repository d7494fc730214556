# susieR on y (rows) and x (rows x columns, by row): inclusion probabilities, and the seconds of each time.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
numbers <- function(name) readBin(file.path(folder, name), "double", file.size(file.path(folder, name)) / 8)
y <- numbers("y")
x <- matrix(numbers("x"), nrow = length(y), byrow = TRUE)
suppressPackageStartupMessages(library(susieR))
for (time in 0:as.integer(arguments[2])) {
  begun <- proc.time()[["elapsed"]]
  fit <- susie(x, y, L = 10)
  if (time > 0) cat("seconds", proc.time()[["elapsed"]] - begun, "\n")
}
writeBin(as.double(fit$pip), file.path(folder, "answer"))
cat("peer susieR", as.character(packageVersion("susieR")), "\n")
