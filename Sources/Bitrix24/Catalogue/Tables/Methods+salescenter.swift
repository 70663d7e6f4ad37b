// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `salescenter`.
let salescenterMethods: StaticString = #"""
    salescenter.payment.getPublicUrl|r|salescenter|any|||crm/universal/payment/salescenter-payment-get-public-url
     id!:sale_order_payment.id
    <object|i:payment
     url:|j:string
     shortUrl:|j:string
     qr:|j:string
    """#
