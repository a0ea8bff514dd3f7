# alpha at perfect agreement: which lower limit holds
import numpy as np
rng=np.random.default_rng(3)
def run(R=4000):
  from math import comb
  out=[]
  for q in (2,4):
   for m in (2,3):
    for n in (3,10,30,60,100):
      for prev in (.05,.2,.5):
        for e in (.002,.01,.03,.08,.15):
          # rare class prev, others equal
          g=np.full(q,(1-prev)/(q-1)); g[-1]=prev
          y=rng.choice(q,p=g,size=(R,n))
          c=np.repeat(y[:,:,None],m,2)
          flip=rng.random(c.shape)<e
          c=np.where(flip,(c+rng.integers(1,q,c.shape))%q,c)
          # true alpha: D_o = pair disagreement, De
          agree=(1-e)**2+e*e/(q-1); Do=1-agree
          pm=g*(1-e)+(1-g)*e/(q-1); De=1-(pm**2).sum(); ta=1-Do/De
          perfect=(c==c[:,:,:1]).all((1,2))
          cc=c[perfect]
          if len(cc)==0: continue
          cnt=np.stack([(cc==k).sum((1,2)) for k in range(q)],-1).astype(float)
          N=cnt.sum(-1); de=1-(cnt*(cnt-1)).sum(-1)/(N*(N-1))
          ok=de>0
          if ok.sum()<1: continue
          de=de[ok]; pt=len(de)/R
          p1=1-.025**(1/n); 
          from scipy.stats import beta
          p2=beta.ppf(.975,.5,n+.5); p3=beta.ppf(.975,1,n+1)
          res=[]
          for p in (p1,p2,p3,p1/2):
            res.append((ta>=1-p/de).mean())
          # C5 posterior Dirichlet over agreeing categories + disagreement
          k=cnt[ok][:400]/m
          G=rng.gamma(k[:,None,:]+.5*(k[:,None,:]>0),size=(len(k),300,q)); d=rng.gamma(.5,size=(len(k),300)); tot=G.sum(-1)+d; th=G/tot[...,None]; d=d/tot
          md=th+ (d/2)[...,None]*0
          srt=th/ th.sum(-1,keepdims=True); De_=1-(srt**2).sum(-1)
          al=1-d/De_
          lo=np.quantile(al,.025,axis=1); res.append((ta>=lo).mean())
          # C6 same with Beta(1,.)  d ~ gamma(1)
          d=rng.gamma(1.,size=(len(k),300)); tot=G.sum(-1)+d; al=1-(d/tot)/De_; lo=np.quantile(al,.025,axis=1); res.append((ta>=lo).mean())
          minuse=np.where(cnt[ok]>0,cnt[ok],9e9).min(-1)
          out.append((q,m,n,prev,e,ta,pt,[round(float(100*x)) for x in res],np.median(1-p1/de)))
          if pt>.02: print(q,m,n,prev,e,'alpha %.3f P(perfect) %.3f'%(ta,pt),[round(float(100*x)) for x in res],'med low %.2f %.2f'%(np.median(1-p1/de),np.median(lo)),flush=True)
  names=('1-.025^(1/n)','Beta(.5,n+.5)','Beta(1,n+1)','half of it','Dirichlet .5','Dirichlet .5, 1')
  for i,name in enumerate(names):
    print(f'{name:20}',*(min(o[7][i] for o in out if o[6]>=least) for least in (.03,.1)))
run()
