# Printed what NewClustersTest expects, with R 4.2 and survey 4.1: Rscript clusters.R
suppressMessages(library(survey))
i <- 0:59
account <- (i*i + 3*i) %% 11
gold <- as.numeric((7*i + 3*account) %% 10 < ifelse(account == 4, 8, ifelse(account == 0, 1, 3)))
machine <- ifelse((13*i + 5*account) %% 9 == 0 | (account == 9 & i %% 2 == 0), 1 - gold, gold)
w <- 1 + (i %% 3) / 2
d <- data.frame(account, gold, machine, w, right = as.numeric(gold == machine), tp = gold*machine)
cat("accounts", length(unique(account)), sort(unique(account)), "\n"); print(table(gold, machine))
rep <- as.svrepdesign(svydesign(ids = ~account, weights = ~w, data = d), type = "JK1")
logits <- function(p, se) plogis(qlogis(p) + c(-1, 1)*qt(.975, degf(rep))*se/(p*(1 - p)))
m <- svymean(~right, rep); print(c(coef(m), SE(m), logits(coef(m), SE(m))), digits = 12)
r <- svyratio(~tp, ~gold, rep); print(c(coef(r), SE(r), logits(coef(r), c(SE(r)))), digits = 12)
f1 <- function(w, data) 2*sum(w*data$tp)/(sum(w*data$gold)+sum(w*data$machine))
f <- withReplicates(rep, f1); print(c(coef(f), SE(f), logits(coef(f), SE(f))), digits=12)
kap <- function(w, data) { w <- w/sum(w); po <- sum(w*data$right); g<-sum(w*data$gold); m<-sum(w*data$machine); pe <- g*m+(1-g)*(1-m); (po-pe)/(1-pe)}
k <- withReplicates(rep, kap); print(c(coef(k), SE(k)), digits=12)
print(tanh(atanh(coef(k)) + c(-1, 1)*qt(.975, degf(rep))*SE(k)/(1 - coef(k)^2)), digits = 12)
# corrected: all 15 accounts of the corpus, nine of them without gold
A <- 0:14; u0 <- 20 + 3*A; u1 <- 5 + (A*A) %% 7
corrected <- function(keep) {
  s <- account %in% keep; wt <- w[s]; g <- gold[s]; m <- machine[s]
  n0 <- sum(u0[A %in% keep]) + sum(m == 0); n1 <- sum(u1[A %in% keep]) + sum(m == 1)
  q <- c(n0, n1)/(n0+n1)
  c(q[1]*sum(wt*g*(m==0))/sum(wt*(m==0)) + q[2]*sum(wt*g*(m==1))/sum(wt*(m==1)), q[2])
}
est <- corrected(A); loo <- sapply(A, function(a) corrected(setdiff(A, a)))
G <- length(A); se <- sqrt((G-1)/G * rowSums((loo - rowMeans(loo))^2))
cat("corrected, naive\n"); print(est, digits=12); print(se, digits=12)
lg <- function(p, se, df) plogis(qlogis(p) + c(-1,1)*qt(.975, df)*se/(p*(1-p)))
gg <- length(unique(account)); print(lg(est[1], se[1], gg-1), digits=12); print(lg(est[2], se[2], gg-1), digits=12)
