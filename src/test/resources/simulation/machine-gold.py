import numpy as np, sys, time
# Coverage of 95 % limits from the posterior of gold within each predicted class: machine-gold.py DATASETS
rng=np.random.default_rng(7)
def truth(q,prev,good):
    g=np.full(q,(1-prev)/(q-1)) if q>2 else np.array([1-prev,prev])
    if q>2: g[-1]=prev
    se = .95 if good else .8
    sp = .98 if good else .9
    M=np.zeros((q,q))
    for k in range(q):
        d = se if k==q-1 else sp
        M[k]=(1-d)/(q-1); M[k,k]=d
    return g[:,None]*M  # gold x pred
def measures(P):
    # P: (...,q,q) shares ; returns dict
    q=P.shape[-1]; k=q-1
    gold=P.sum(-1); pred=P.sum(-2); hit=np.diagonal(P,axis1=-2,axis2=-1)
    tot=P.sum((-1,-2))
    with np.errstate(all='ignore'):
        f1=2*hit/(gold+pred)
        acc=hit.sum(-1)/tot
        pe=(gold*pred).sum(-1)/tot**2
        kap=(acc-pe)/(1-pe)
        return dict(acc=acc,prec=hit[...,k]/pred[...,k],rec=hit[...,k]/gold[...,k],f1=f1[...,k],macro=np.nanmean(f1,-1),kappa=kap,prev=gold[...,k]/tot)
def wilson(x,n):
    z=1.959964; p=x/n; c=p+z*z/(2*n); h=z*np.sqrt(p*(1-p)/n+z*z/(4*n*n)); s=1+z*z/n
    return (c-h)/s,(c+h)/s
R=int(sys.argv[1]); D=600
VAR=('cell','1','q')  # ½ in every cell; ½ and ½; 1/q and 1/q
least={}
for q in (4,8):
  for good in (0,1):
    for design in ('simple','strat'):
      for n in ((30,60,200) if q==4 else (100,400)):
        for prev in (.05,.3):
          P=truth(q,prev,good); T=measures(P); Q=P.sum(0)
          cov={}
          for pr in VAR: cov[pr]={m:[0,0] for m in list(T)+['pprev']}
          wl={m:[0,0] for m in ('acc','prec','rec')}
          for r in range(R):
            if design=='simple':
                C=rng.multinomial(n,P.ravel()).reshape(q,q)
                W=None
            else:
                nj=np.full(q,n//q); C=np.stack([rng.multinomial(nj[j],P[:,j]/Q[j]) for j in range(q)],1)
            nj=C.sum(0)
            goldm=C.sum(1)
            for pr in cov:
                t=.5 if pr=='1' else 1/q
                a=np.full((q,q),t/(q-1)); np.fill_diagonal(a,t)
                if pr=='cell': a[:]=.5
                G=rng.gamma(C[None]+a[None],size=(D,q,q)); cond=G/G.sum(1,keepdims=True)
                if design=='simple':
                    qj=rng.gamma(np.maximum(nj,1e-300),size=(D,q)); qj[:,nj==0]=0; qj/=qj.sum(1,keepdims=True)
                else: qj=np.broadcast_to(Q,(D,q))
                dr=measures(cond*qj[:,None,:])
                dr['pprev']=(cond[:,q-1,:]*Q).sum(1)
                cw=C/np.maximum(nj,1)*(Q if design=='strat' else nj/n)
                pt=measures(cw)
                for m in dr:
                    true=T['prev'] if m=='pprev' else T[m]
                    if m!='pprev' and not np.isfinite(pt[m]): continue
                    lo,hi=np.nanquantile(dr[m],[.025,.975])
                    cov[pr][m][1]+=1; cov[pr][m][0]+= lo<=true<=hi
            if design=='simple':
                k=q-1
                for m,(x,nn) in dict(acc=(np.trace(C),n),prec=(C[k,k],nj[k]),rec=(C[k,k],goldm[k])).items():
                    if nn>0:
                        lo,hi=wilson(x,nn); wl[m][1]+=1; wl[m][0]+= lo<=T[m]<=hi
          for pr in cov:
            print(q,'good' if good else 'fair',design,n,prev,pr,' '.join(f"{m}={100*c[0]/max(1,c[1]):.1f}" for m,c in cov[pr].items()),flush=True)
            for m,c in cov[pr].items(): least[pr,m,q,design,n]=min(least.get((pr,m,q,design,n),100),100*c[0]/max(1,c[1]))
          if design=='simple': print(q,'good' if good else 'fair',design,n,prev,'wilson',' '.join(f"{m}={100*c[0]/max(1,c[1]):.1f}" for m,c in wl.items()))
heads=[(q,d,n) for q in (4,8) for d in ('simple','strat') for n in ((30,60,200) if q==4 else (100,400))]
print('least coverage',heads)
for m in ('acc','prec','rec','f1','macro','kappa','pprev'):
  for pr in VAR: print(f'{m:6}{pr:5}',' '.join(f'{least[(pr,m)+h]:5.1f}' for h in heads))
