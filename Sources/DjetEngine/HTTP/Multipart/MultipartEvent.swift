/// The next event in a multipart body.
enum MultipartEvent: Sendable, Hashable {
    /// A part begins.
    case part(MultipartPart)
    /// Some bytes of the part.
    case bytes([UInt8])
    /// The part ends.
    case partEnd
}
