import CLibPQ
import Glibc

/// The kernel's list of watched descriptors, and two that wake the waiting thread: a bell and a clock.
struct Poller {
    /// The time it polls before it sleeps. One event is often followed by more, waking again costs more than
    /// staying awake, and a sleeping processor is slow to wake for anybody. It stops polling as soon as
    /// another thread wants the processor.
    private static let alertness = Duration.microseconds(50)
    /// A yield that takes longer has let another thread run.
    private static let longYield = Duration.microseconds(5)

    private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    private let bell = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))

    // Like Swift's continuous clock, it goes on while the machine is suspended.
    private let clock = timerfd_create(CLOCK_BOOTTIME, Int32(TFD_CLOEXEC) | Int32(TFD_NONBLOCK))

    init() {
        for descriptor in [bell, clock] { watch(descriptor, reading: true, writing: false, isNew: true) }
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

    /// Ends the present wait, or the next one.
    func interrupt() {
        eventfd_write(bell, 1)
    }

    /// Sets the clock; nil turns it off.
    func wake(in duration: Duration?) {
        var setting = itimerspec()
        if let duration {
            // Zero would turn it off.
            let (seconds, fraction) = max(duration, .nanoseconds(1)).components
            setting.it_value = timespec(tv_sec: Int(seconds), tv_nsec: Int(fraction / 1_000_000_000))
        }
        timerfd_settime(clock, 0, &setting, nil)
    }

    /// Waits until a descriptor is ready, the bell rings, or it is time, then tells what is ready. Returns
    /// true if it is time.
    ///
    /// - Parameter isAlert: true to poll for a while before sleeping.
    func wait(isAlert: Bool, _ tell: (_ descriptor: Int32, _ toRead: Bool, _ toWrite: Bool) -> Void) -> Bool {
        var isTime = false
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            for event in events.prefix(waitForEvents(events, isAlert)) {
                if event.data.fd == bell || event.data.fd == clock {
                    // The number of rings; reading it silences the descriptor.
                    var times: UInt64 = 0
                    read(event.data.fd, &times, 8)
                    isTime = isTime || event.data.fd == clock
                    continue
                }
                // An error or a hang-up counts as "ready to read": the read then tells what happened.
                tell(
                    event.data.fd, event.events & ~EPOLLOUT.rawValue != 0,
                    event.events & EPOLLOUT.rawValue != 0)
            }
        }
        return isTime
    }

    /// Waits for events and returns their number; 0 if a signal came.
    private func waitForEvents(_ events: UnsafeMutableBufferPointer<epoll_event>, _ isAlert: Bool) -> Int {
        let most = Int32(events.count)
        let start = ContinuousClock.now
        var (last, now) = (start, start)
        while isAlert, now < start + Self.alertness, now < last + Self.longYield {
            let count = epoll_wait(epoll, events.baseAddress, most, 0)
            if count != 0 { return Int(max(count, 0)) }
            last = .now
            sched_yield()
            now = .now
        }
        return Int(max(epoll_wait(epoll, events.baseAddress, most, -1), 0))
    }
}
