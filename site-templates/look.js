// Sets the letters and colours that a reader chose, before anything is drawn.
const look = ({ size, scheme }) => {
  const { dataset } = document.documentElement;
  if (size) dataset.size = size; else delete dataset.size;
  if (scheme) dataset.scheme = scheme; else delete dataset.scheme;
};
try { look(JSON.parse(localStorage.getItem('lantoa')) || {}); } catch { /* nothing is kept */ }
