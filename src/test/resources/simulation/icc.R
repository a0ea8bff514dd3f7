# Golden values of ICC(A,1), ICC(C,1) and Lin's concordance: base R alone, checked against psych and epiR where installed.
x <- matrix(c(9,2,5,8, 6,1,3,2, 8,4,6,8, 7,1,2,6, 10,5,6,9, 6,2,4,7), 6, byrow = TRUE)  # Shrout & Fleiss 1979, Table 2
mw <- function(x) { n <- nrow(x); k <- ncol(x); g <- mean(x)   # McGraw & Wong 1996, Tables 4 and 7
  a <- anova(lm(c(x) ~ factor(row(x)) + factor(col(x)))); MR <- a[1,3]; MC <- a[2,3]; ME <- a[3,3]
  C <- (MR-ME)/(MR+(k-1)*ME); A <- (MR-ME)/(MR+(k-1)*ME+k/n*(MC-ME))
  f <- MR/ME; fl <- f/qf(.975,n-1,(n-1)*(k-1)); fu <- f*qf(.975,(n-1)*(k-1),n-1)
  p <- k*A/(n*(1-A)); q <- 1+k*A*(n-1)/(n*(1-A))
  v <- (p*MC+q*ME)^2/((p*MC)^2/(k-1)+(q*ME)^2/((n-1)*(k-1)))
  gl <- qf(.975,n-1,v); gu <- qf(.975,v,n-1)
  rbind(A=c(A, n*(MR-gl*ME)/(gl*(k*MC+(k*n-k-n)*ME)+n*MR), n*(gu*MR-ME)/(k*MC+(k*n-k-n)*ME+n*gu*MR)),
        C=c(C,(fl-1)/(fl+k-1),(fu-1)/(fu+k-1))) }
print(mw(x), digits = 12)
# Henderson 1953, method I, by quadratic forms: expectations are traces, not the closed formulas
h1 <- function(x) { i <- which(!is.na(x), arr.ind = TRUE); y <- x[i]; N <- length(y)
  Za <- model.matrix(~0+factor(i[,1])); Zb <- model.matrix(~0+factor(i[,2])); if (ncol(Za)<2) stop()
  P <- function(Z) Z %*% solve(t(Z)%*%Z) %*% t(Z); J <- matrix(1/N,N,N)
  Q <- list(P(Za)-J, P(Zb)-J, diag(N)-P(Za)-P(Zb)+J); V <- list(Za%*%t(Za), Zb%*%t(Zb), diag(N))
  M <- sapply(V, function(v) sapply(Q, function(q) sum(q*v)))
  s <- solve(M, sapply(Q, function(q) drop(t(y)%*%q%*%y)))
  c(A=s[1]/sum(s), C=s[1]/(s[1]+s[3]), s) }
print(h1(x), digits = 12)
k <- matrix(c(1,2,3,3,2,1,4,1,2,NA,NA,NA, 1,2,3,3,2,2,4,1,2,5,NA,3, NA,3,3,3,2,3,4,2,2,5,1,NA, 1,2,3,3,2,4,4,1,2,5,1,NA), 12)  # Krippendorff 2011, C
k <- k[rowSums(!is.na(k)) > 1,]
print(h1(k), digits = 12)
jack <- sapply(seq_len(nrow(k)), function(i) h1(k[-i,])[1:2]); n <- nrow(k)
se <- sqrt((n-1)/n*rowSums((jack-rowMeans(jack))^2)); print(se, digits = 12)
print(cbind(h1(k)[1:2]-qt(.975,n-1)*se, h1(k)[1:2]+qt(.975,n-1)*se), digits=12)
lin <- function(a, b) { n <- length(a); sa <- mean((a-mean(a))^2); sb <- mean((b-mean(b))^2); sab <- mean((a-mean(a))*(b-mean(b)))
  r <- cor(a,b); u <- (mean(a)-mean(b))/(sa*sb)^.25; p <- 2*sab/(sa+sb+(mean(a)-mean(b))^2)
  v <- ((1-r^2)*p^2/((1-p^2)*r^2)+2*p^3*(1-p)*u^2/(r*(1-p^2)^2)-p^4*u^4/(2*r^2*(1-p^2)^2))/(n-2)  # Lin 1989, corrected 2000
  c(p, tanh(atanh(p)+c(-1,1)*qnorm(.975)*sqrt(v)), sqrt(v)*(1-p^2)) }
print(lin(x[,1], x[,4]), digits = 12); print(lin(x[,1], x[,2]), digits = 12)
if (requireNamespace("psych", quietly=TRUE)) print(psych::ICC(x, lmer=FALSE)$results[,c(1,2,7,8)], digits=8)
if (requireNamespace("epiR", quietly=TRUE)) { print(epiR::epi.ccc(x[,1],x[,4])$rho.c, digits=10); print(epiR::epi.ccc(x[,1],x[,2])$rho.c, digits=10) }
