// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `userconsent`.
let userconsentMethods: StaticString = #"""
    userconsent.agreement.list|r|userconsent|any||userconsent.agreement|user-consent/user-consent-agreement-list
    <array
     ID:integer
     NAME:string
     ACTIVE:string
     LANGUAGE_ID:string
    #once|50||ID|ID|||
    userconsent.agreement.text|r|userconsent|any|||user-consent/user-consent-agreement-text
     id!:integer
     replace:object
      COMPANY_NAME:text
      COMPANY_ADDRESS:text
      PURPOSES:text
      THIRD_PARTIES:text
      EMAIL:string
    <object
     LABEL:string
     TEXT:string
    userconsent.consent.add|w|userconsent|any||userconsent.consent|user-consent/user-consent-consent-add
     AGREEMENT_ID!:integer
     IP!:string
     USER_ID:integer
     URL:string
     ORIGIN_ID:string
     ORIGINATOR_ID:string
    <integer
    """#
