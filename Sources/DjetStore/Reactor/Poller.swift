import CLibPQ
import Glibc

/// The kernel's list of watched descriptors, and the descriptor that wakes whoever waits for them.
struct Poller {
    private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    private let bell = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))

    init() {
        watch(bell, reading: true, writing: false, isNew: true)
    }

    func watch(_ descriptor: Int32, reading: Bool, writing: Bool, isNew: Bool) {
        var event = epoll_event()
        event.events = (reading ? EPOLLIN.rawValue : 0) | (writing ? EPOLLOUT.rawValue : 0)
        event.data.fd = descriptor
        epoll_ctl(epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event)
    }

    func forget(_ descriptor: Int32) {
        epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, nil)
    }

    func ring() {
        eventfd_write(bell, 1)
    }

    /// Waits until a descriptor is ready or somebody rings, then tells what is ready.
    func wait(_ tell: (_ descriptor: Int32, _ toRead: Bool, _ toWrite: Bool) -> Void) {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            let count = epoll_wait(epoll, events.baseAddress, 64, -1)
            for event in events.prefix(Int(max(count, 0))) {
                guard event.data.fd != bell else {
                    var rings: eventfd_t = 0
                    eventfd_read(bell, &rings)
                    continue
                }
                // An error or a hang-up is told as "ready to read": the read then says what happened.
                tell(
                    event.data.fd, event.events & ~EPOLLOUT.rawValue != 0,
                    event.events & EPOLLOUT.rawValue != 0)
            }
        }
    }
}
