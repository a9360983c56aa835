//! Long work in turns with the browser's own.

use crate::views::dom;

/// So many meetings are catalogued or indexed in one task, which takes a phone some 30 ms.
const AT_ONCE: usize = 100;

/// Does something with each of some things, a few at a time: in between a slow phone answers its reader.
pub async fn in_turns<T>(things: &[T], mut act: impl FnMut(&T)) {
    for (at, some) in things.chunks(AT_ONCE).enumerate() {
        if at > 0 {
            dom::pause().await;
        }
        some.iter().for_each(&mut act);
    }
}
