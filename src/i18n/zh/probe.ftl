### probe
