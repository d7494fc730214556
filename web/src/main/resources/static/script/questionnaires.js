// A chosen file is read into the field, so that it is seen before it is sent.

const chooser = document.getElementById('file');
const table = document.getElementById('table');

document.getElementById('file-field').hidden = false;
chooser.addEventListener('change', async () => {
  if (chooser.files.length > 0) {
    table.value = await chooser.files[0].text();
    table.focus();
  }
});
