import DjetModel

extension Letter {
    /// Creates the letter that goes with a parcel.
    init(_ note: DeliveryNote, in words: Words) {
        let parcel = note.parcel
        self.init(
            in: words, heading: words("Delivery note \(parcel.code)"), day: parcel.shippedOn,
            from: note.seller,
            to: note.customerName ?? parcel.customer, at: note.address,
            facts: [
                ("Shipped", words.figures.day("\(parcel.shippedOn)")), ("Order", parcel.orderNumber),
                ("Customer", parcel.customer), ("Carrier", parcel.carrier),
                ("Tracking number", parcel.trackingNumber),
            ],
            table: LetterTable(
                in: words,
                [
                    .init("Line", .line), .init("Product", .code), .init("Description", .words),
                    .init("Quantity", .figure),
                ],
                rows: parcel.lines.map {
                    .init(texts: [
                        "\($0.number)", $0.product, $0.description,
                        Written.number("\($0.quantity)", words.figures),
                    ])
                }))
    }
}
