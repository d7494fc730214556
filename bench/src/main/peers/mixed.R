# nlme on diaries: a level of each person's own, a change after a start, errors that wander; fixed effects, standard deviations, phi.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
numbers <- function(name) readBin(file.path(folder, name), "double", file.size(file.path(folder, name)) / 8)
d <- data.frame(person = factor(numbers("person")), day = numbers("day"), after = numbers("after"), y = numbers("y"))
suppressPackageStartupMessages(library(nlme))
for (time in 0:as.integer(arguments[2])) {
  begun <- proc.time()[["elapsed"]]
  fit <- lme(y ~ after, random = ~ 1 | person, correlation = corCAR1(form = ~ day | person), data = d)
  if (time > 0) cat("seconds", proc.time()[["elapsed"]] - begun, "\n")
}
phi <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
answer <- c(fixef(fit), as.numeric(VarCorr(fit)[1, 2]), phi, fit$sigma)
answer[3] <- fit$sigma * sqrt(as.matrix(fit$modelStruct$reStruct[[1]])[1, 1]) # VarCorr prints it rounded
writeBin(as.double(answer), file.path(folder, "answer"))
cat("peer nlme", as.character(packageVersion("nlme")), "\n")
