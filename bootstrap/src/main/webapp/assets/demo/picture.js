/** Addresses of the store's own pictures are relative to the gateway, wherever it is mounted. */
export function address(picture) {
  return picture?.startsWith("/") ? picture.slice(1) : (picture ?? "store/no_image.png");
}
