// The proof for thread.txt: ThreadSanitizer reports a race where there is none. Two threads add to a number
// that a mutex of the standard library guards, and the sum is 2000. If one waits, the kernel hands the mutex
// over, which the sanitizer does not see.
import Foundation
import Synchronization

let number = Mutex(0)

func add() {
    for _ in 0..<1_000 {
        number.withLock { number in
            number += 1
            // The other thread waits meanwhile.
            usleep(1)
        }
    }
}

let other = Thread { add() }
other.start()
add()
while !other.isFinished { usleep(1_000) }
print(number.withLock { $0 })
