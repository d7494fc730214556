# metafor on effects y with variances v: estimate, Hartung-Knapp error and interval, tau squared and where a new study lies, of three estimators; interval of tau squared.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
numbers <- function(name) readBin(file.path(folder, name), "double", file.size(file.path(folder, name)) / 8)
y <- numbers("y")
v <- numbers("v")
suppressPackageStartupMessages(library(metafor))
for (time in 0:as.integer(arguments[2])) {
  begun <- proc.time()[["elapsed"]]
  for (again in 1:20) { # the clock has milliseconds
    answer <- c()
    for (method in c("DL", "REML", "PM")) {
      fit <- rma(y, v, method = method, test = "knha")
      seen <- predict(fit)
      answer <- c(answer, fit$beta, fit$se, fit$ci.lb, fit$ci.ub, fit$tau2, seen$pi.lb, seen$pi.ub)
    }
    answer <- c(answer, confint(rma(y, v, method = "REML"))$random[1, 2:3])
  }
  if (time > 0) cat("seconds", (proc.time()[["elapsed"]] - begun) / 20, "\n")
}
writeBin(as.double(answer), file.path(folder, "answer"))
cat("peer metafor", as.character(packageVersion("metafor")), "\n")
