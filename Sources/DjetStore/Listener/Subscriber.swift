/// Who wants to be told when some channels ring.
struct Subscriber {
    let channels: Set<String>
    let tell: AsyncStream<Ring>.Continuation
}
