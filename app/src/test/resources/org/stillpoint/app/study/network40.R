# The figures of NetworkStudyTest, worked out anew: Rscript network40.R (R 4.2.2, metafor 3.8-1, nlme 3.1-162).
# network40.csv: practice, treated (1) or waiting (0), means before and after in thirds of a point.
library(metafor)
library(nlme)
d <- read.csv("network40.csv")
d$before <- d$before3 / 3
d$after <- d$after3 / 3

# Two stages, of practices with five people or more in each group, numbers rounded to three digits as they are told.
told <- do.call(rbind, lapply(split(d, d$practice), function(p) {
  if (min(table(factor(p$treated, 0:1))) < 5) return(NULL)
  s <- summary(lm(after ~ treated + before, p))$coefficients["treated", ]
  data.frame(practice = p$practice[1], y = round(s[1], 3), s = round(s[2], 3))
}))
r <- rma(y, sei = s, data = told, method = "REML", test = "adhoc", control = list(stepadj = 0.5))
cat(sprintf("k %d est %.9f se %.9f low %.9f high %.9f tau2 %.9f Q %.9f\n", r$k, r$beta, r$se, r$ci.lb, r$ci.ub, r$tau2, r$QE))

# All rows at once.
m <- lme(after ~ 0 + factor(practice) + before + treated, random = ~ 0 + treated | practice, data = d,
         control = lmeControl(opt = "optim", msMaxIter = 500))
v <- as.numeric(VarCorr(m)[, "StdDev"])
cat(sprintf("rows %d est %.9f se %.9f between %.9f\n", nrow(d), fixef(m)["treated"], sqrt(vcov(m)["treated", "treated"]), v[1]))
