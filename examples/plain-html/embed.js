document.querySelector('portico-portal').fetchSession = async () => {
  const answer = await fetch('/portico-session', {method: 'POST'});
  return answer.json();
};
