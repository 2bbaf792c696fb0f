const widest = 1600;

/** A photo of a phone has 4 MB; made smaller it says as much and costs a tenth. Anything else, or where it fails: as it is. */
export async function lighter(file) {
  if (!/^image\/(jpeg|png|webp)/.test(file.type) || file.size < 3e5 || !window.createImageBitmap) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, widest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * scale;
    canvas.height = picture.height * scale;
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', .75));
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  } catch (unreadable) {
    return file;
  }
}

/** Records a voice note; resolves to a function that stops and gives the file. Rejected where there is no microphone. */
export async function record(longest, onEnd) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 24000 });
  const parts = [];
  const timer = setTimeout(() => recorder.stop(), longest);
  recorder.ondataavailable = event => parts.push(event.data);
  recorder.onstop = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    const type = recorder.mimeType.split(';')[0] || 'audio/webm';
    onEnd(new File(parts, 'voz.' + type.split('/')[1], { type }));
  };
  recorder.start();
  return () => recorder.state !== 'inactive' && recorder.stop();
}
