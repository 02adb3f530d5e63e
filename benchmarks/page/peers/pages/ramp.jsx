// A page of Ramp's own components: the player and the transcript of a manifest, side by side.
import React from 'react';
import { createRoot } from 'react-dom/client';
import { IIIFPlayer, MediaPlayer, Transcript } from '@samvera/ramp';
import '@samvera/ramp/dist/ramp.css';

const manifestUrl = new URL('manifest.json', document.baseURI).href;

createRoot(document.querySelector('#root')).render(
  <IIIFPlayer manifestUrl={manifestUrl}>
    <div className="beside">
      <MediaPlayer enableFileDownload={false} />
      <Transcript playerID="iiif-media-player" manifestUrl={manifestUrl} />
    </div>
  </IIIFPlayer>,
);
