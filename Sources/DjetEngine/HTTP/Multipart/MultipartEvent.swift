/// What a multipart body brings next.
enum MultipartEvent: Sendable, Hashable {
    /// A part begins.
    case part(MultipartPart)
    /// Some of its bytes.
    case bytes([UInt8])
    /// It ends.
    case partEnd
}
